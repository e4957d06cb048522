// A typeset formula comes into the page without what holds nothing up.
import { describe, expect, test } from 'vitest';
import { slim } from '../../src/mdx/slim.ts';
import { typeset } from '../../src/mdx/typeset.ts';

describe('a typeset formula', () => {
  test('of the height of a line needs no strut and no second row', () => {
    const html = typeset('W_k^2 x', false);
    expect(html).not.toMatch(/class="strut"|vlist-t2|vlist-s/);
    expect(html).toContain('class="vlist-t"');
  });

  test('that is higher holds its line open', () => {
    expect(typeset('\\frac{a}{b}', true)).toMatch(
      /class="strut" style="height:[12]\.\d+em;vertical-align:-0\.\d+em"/,
    );
  });

  test('opens as many boxes as it closes', () => {
    const html = typeset('\\grd{\\delta_j^l} = \\sum_{k=1}^{n} \\sqrt{\\tfrac{x_{k_i}}{2}}', true);
    expect(html.match(/<span/g)).toHaveLength(html.match(/<\/span>/g)?.length ?? 0);
    expect(html).toContain('class="enclosing gradient"');
  });

  test('keeps what a box says of its one letter', () => {
    const inner = '<span class="mord mathnormal" style="margin-right:0.14em;">W</span>';
    expect(slim(`<span class="mord">${inner}</span>`)).toBe(inner.replace(';"', '"'));
  });

  test('has its three spaces as classes', () => {
    expect(typeset('a = b + \\max c', false)).toMatch(/class="m28".*class="m22".*class="m17"/);
    expect(typeset('a \\quad b', false)).toContain('class="mspace" style="margin-right:1em"');
  });

  test('is copied as it was meant, not as it was set', () => {
    expect(typeset('\\grd{\\delta} = \\relu(\\fwd{z})', false)).toContain(
      'data-tex="{\\delta} = \\operatorname{relu}({z})"',
    );
    expect(typeset('\\displaystyle {} = \\frac{1}{2}', false)).toContain('data-tex="= \\frac{1}{2}"');
  });

  /** What stays on one line, as letters. */
  const groupsOf = (html: string): string[] =>
    html
      .split('<span class="keep">')
      .map((group) => group.replaceAll(/<span class="math-words">.*?<\/span>|<[^>]*>|\u200b/g, ''));

  test('breaks its line outside brackets only, and not behind the dot of a product', () => {
    const html = typeset('a = (b + c) \\cdot d - (e + f) g - |h - i|', false);
    expect(groupsOf(html)).toEqual(['a=', '(b+c)⋅d−', '(e+f)g−', '∣h−i∣']);
  });

  test('that is displayed breaks between equations that stand side by side only', () => {
    const html = typeset('a = b + c + d + e + f, \\qquad g = h, \\qquad i = j.', true);
    expect(groupsOf(html)).toEqual(['', 'a=b+c+d+e+f,', 'g=h,', 'i=j.']);
    expect(html.match(/<span/g)).toHaveLength(html.match(/<\/span>/g)?.length ?? 0);
    expect(html).toContain('data-tex="a = b + c + d + e + f, \\qquad g = h, \\qquad i = j."');
    expect(typeset('a = b + c + d + e + f + g + h + i', true)).not.toContain('keep');
  });
});
