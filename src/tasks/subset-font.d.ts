// What the book uses of subset-font, which comes without types.
declare module 'subset-font' {
  const subset: (font: Buffer, text: string, options: { targetFormat: 'woff2' }) => Promise<Buffer>;
  export default subset;
}
