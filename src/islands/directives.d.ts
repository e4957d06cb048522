// The island directives, as words that Astro's templates know.
import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:near'?: boolean;
    'client:touch'?: boolean;
  }
}
