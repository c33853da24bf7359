import './codes.css';

/** A QR code, dark on white in whatever theme, as scanners want it. */
export function QrCode({ qr, size, label }: { qr: string; size: number; label: string }) {
  return (
    <svg className="f-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={qr} fill="currentColor" />
    </svg>
  );
}
