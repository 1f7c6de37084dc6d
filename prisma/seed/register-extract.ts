/** A page as a company would send it, written when the demo world is built: no documents stand in the repository. */
export function register(company: string): Uint8Array<ArrayBuffer> {
  const text = `BT /F1 16 Tf 72 760 Td (Extract of the company register) Tj 0 -30 Td (${company}) Tj ET`
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const places = parts.map((part, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${part}\nendobj\n`
    return place
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${rows}`
  const trailer = `trailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(file + table + trailer, 'latin1'))
}
