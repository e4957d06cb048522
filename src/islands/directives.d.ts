// The island directive of touch.ts, as a word that Astro's templates know.
import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:touch'?: boolean;
  }
}
