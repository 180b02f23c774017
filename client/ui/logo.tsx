/** The mark: a T of four linked points, the network with the person at its foot. */
export function Logo(props: { size?: number }) {
  const size = props.size ?? 40;
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="16" fill="#1160b0" />
      <g fill="none" stroke="#fff" strokeWidth="4.5" strokeLinecap="round">
        <path d="M15 21.5h34" />
        <path d="M32 21.5v24" />
      </g>
      <g fill="#fff">
        <circle cx="14.5" cy="21.5" r="5.5" />
        <circle cx="49.5" cy="21.5" r="5.5" />
        <circle cx="32" cy="47" r="7" />
      </g>
      <circle cx="32" cy="21.5" r="6.75" fill="#1160b0" stroke="#fff" strokeWidth="4.5" />
    </svg>
  );
}
