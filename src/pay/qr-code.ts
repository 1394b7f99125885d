import { encodeQR } from 'qr'
import { type Html, html } from '../texts/index.ts'

/** Four empty modules on every side, as ISO/IEC 18004 asks. */
const quietZone = 4

/** A picture of the text that cameras read: black on white, whatever the colours of the page are. */
export function qrCode(text: string, label: string): Html {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: quietZone })
  const size = rows.length
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${rows.map(runsOf).join('')}"/></svg>`
}

/** The dark runs of a row, each as one rectangle. */
function runsOf(row: readonly boolean[], y: number): string {
  const line = row.map((isDark) => (isDark ? '1' : '0')).join('')
  return [...line.matchAll(/1+/g)]
    .map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`)
    .join('')
}
