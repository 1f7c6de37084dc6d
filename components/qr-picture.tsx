/** A QR code as a drawing, always dark on white: cameras read nothing else reliably. */
export function QrPicture({ path, size, label }: { path: string; size: number; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-52 max-w-full rounded-control border border-border"
    >
      <rect width={size} height={size} className="fill-[white]" />
      <path d={path} className="fill-[black]" />
    </svg>
  )
}
