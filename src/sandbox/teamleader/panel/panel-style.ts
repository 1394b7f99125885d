export const panelStyle = `
:root{color-scheme:light dark;--line:light-dark(#d8dde3,#353c46);--soft:light-dark(#f3f5f8,#14171c);--card:light-dark(#fff,#1e232b);--quiet:light-dark(#57606d,#aab3c0);--accent:light-dark(#00695c,#4db6ac);font:15px/1.45 system-ui,sans-serif}
*{box-sizing:border-box}body{margin:0;background:var(--soft)}
header{background:var(--card);border-bottom:1px solid var(--line);padding:.6rem 1rem}
.bar,.clock{display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center}
nav{display:flex;flex-wrap:wrap;gap:.2rem;margin-inline-start:auto}nav a{padding:.3rem .7rem;border-radius:6px;color:inherit;text-decoration:none}
nav a[aria-current]{background:var(--accent);color:light-dark(#fff,#06201d)}.clock{font-size:.875rem;margin-top:.4rem}
main{max-width:92rem;margin:0 auto;padding:1rem}h1{font-size:1.4rem;margin:.3rem 0 1rem}h2{font-size:1.05rem;margin:1.6rem 0 .5rem}
.quiet{color:var(--quiet)}.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.9rem;margin-bottom:1rem}
.card form:not(.action),.row{display:flex;flex-wrap:wrap;gap:.6rem .9rem;align-items:end}label{display:grid;grid-template-columns:minmax(0,1fr);gap:.2rem;font-size:.875rem;min-width:0;max-width:100%}select{max-width:min(24rem,100%)}label.check{display:flex;align-items:center;gap:.4rem;padding-bottom:.4rem}
input,select,textarea,button{font:inherit;color:inherit}input:not([type=checkbox]),select,textarea{padding:.35rem .5rem;border:1px solid light-dark(#767f8c,#8a93a0);border-radius:6px;background:var(--card);max-width:100%}
button{padding:.3rem .7rem;border:1px solid light-dark(#767f8c,#8a93a0);border-radius:6px;background:var(--card);cursor:pointer}
button:hover{border-color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:1px}button.primary{background:light-dark(#00695c,#4db6ac);color:light-dark(#fff,#06201d);border-color:transparent}
.action{display:inline-flex;gap:.25rem;align-items:center;margin:0}.action input{width:6.5rem}.actions{display:flex;flex-wrap:wrap;gap:.3rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line)}th,td{text-align:start;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
th{font-size:.8rem;color:var(--quiet)}td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}code{font-size:.85em;overflow-wrap:anywhere}
.day{white-space:nowrap}.state{display:inline-block;padding:0 .5rem;border-radius:99px;border:1px solid currentColor;font-size:.8rem;white-space:nowrap}.paid,.delivered{color:light-dark(#1b6e3c,#7fd6a0)}.draft,.waiting{color:var(--quiet)}.part,.credited{color:light-dark(#8a5300,#ffc164)}.lost,.given-up,.bad{color:light-dark(#b3261e,#ff9a92)}
#problem{background:light-dark(#fde8e6,#4a1d1a);padding:.6rem .9rem;border-radius:8px}
@media(max-width:40rem){nav{margin-inline-start:0;width:100%}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}td[data-label]::before{content:attr(data-label) ": ";color:var(--quiet)}tr{display:block;border-bottom:2px solid var(--line);padding:.4rem 0}td{display:block;border:0;padding:.15rem .6rem}td.number{text-align:start}}
`
