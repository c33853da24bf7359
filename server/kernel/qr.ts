import qrcode from 'qrcode-generator';

/** The QR code of a text as one SVG path of unit squares, with so many of them along each side. */
export function qrPath(text: string): { qr: string; size: number } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const squares: string[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (code.isDark(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
  return { qr: squares.join(''), size };
}
