// Tells Astro when the book's islands wake: `client:near` and `client:touch`.
import type { AstroIntegration } from 'astro';

export function islands(): AstroIntegration {
  return {
    name: 'islands',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        for (const name of ['near', 'touch'])
          addClientDirective({ name, entrypoint: `./src/islands/${name}.ts` });
      },
    },
  };
}
