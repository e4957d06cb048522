// What a page keeps back (Later.astro), in its HTML.
const KEPT = /<noscript class="later">([\s\S]*?)<\/noscript>/g;

/** A page with all that it keeps back at its place, as the browser's script reads it in. */
export function readIn(html: string): string {
  return html.replaceAll(KEPT, '$1');
}

/** A page as it stands before anything is read in. */
export function leaveOut(html: string): string {
  return html.replaceAll(KEPT, '');
}
