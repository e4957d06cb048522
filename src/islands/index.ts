// Tells Astro of `client:touch`.
import type { AstroIntegration } from 'astro';

export function islands(): AstroIntegration {
  return {
    name: 'islands',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) =>
        addClientDirective({ name: 'touch', entrypoint: './src/islands/touch.ts' }),
    },
  };
}
