// The web manifest, with addresses under the base path.
import { book, path } from '../site.ts';

export function GET(): Response {
  const { title, description, language } = book();
  return new Response(
    JSON.stringify({
      name: title,
      short_name: title,
      description,
      lang: language,
      start_url: path(),
      scope: path(),
      display: 'minimal-ui',
      background_color: '#fdfbf7',
      theme_color: '#fdfbf7',
      icons: [{ src: path('icon.svg'), sizes: 'any', type: 'image/svg+xml' }],
    }),
  );
}
