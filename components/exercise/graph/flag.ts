// A typed number or formula as the drawing has room for it.

/** At most seven signs, with real minus signs: `flag('-0.123456789')` is `−0.123…`. */
export function flag(text: string): string {
  const cut = text.length > 7 ? `${text.slice(0, 6)}…` : text;
  return cut.replaceAll('-', '−');
}
