/** The mark and the name. */
export function Logo() {
  return (
    <span className="logo">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" fill="#0d4a45" />
        <path
          d="M8.5 9.5l7.5 14 7.5-14"
          fill="none"
          stroke="#fff"
          strokeWidth="3.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="16" cy="10" r="2.2" fill="#8ce0c8" />
      </svg>
      <span>Vorder</span>
    </span>
  )
}
