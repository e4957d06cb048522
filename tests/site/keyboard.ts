// A reader at the keyboard: after every key the focus must be somewhere, in view, uncovered, and shown by a ring.
import { expect, type Page } from '@playwright/test';

export interface Keyboard {
  press(key: string, times?: number): Promise<void>;
  type(text: string): Promise<void>;
  /** Tabs forwards or backwards until an element has the focus. */
  reach(selector: string): Promise<void>;
  /** Waits for an element that takes the focus over, such as an editor that is loaded when its field is reached. */
  handedTo(selector: string): Promise<void>;
}

/** What the page knows of the focus, installed once. */
interface FocusProbe {
  /** A sentence on what is amiss; '' where the focus is plain to see. */
  fault(): string;
  /** -1, 0, 1: the element stands before the focus, has it or holds it, or stands behind it. */
  towards(selector: string): number;
}

declare global {
  interface Window {
    focusProbe: FocusProbe;
  }
}

function installProbe(): void {
  let last: { element: Element; look: string } | undefined;
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  /** Whatever may carry a ring: the element, what it lies in (a label, an editor), and the shape of a node. */
  const carriers = (element: Element) => [
    ...element.querySelectorAll('.graph-shape'),
    element,
    ...[element.parentElement, element.parentElement?.parentElement].filter((one) => one instanceof Element),
  ];
  const look = (element: Element) =>
    carriers(element)
      .map((one) => {
        const { outlineStyle, outlineWidth, outlineColor, stroke, strokeWidth } = getComputedStyle(one);
        const ring = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
        return `${ring} ${one instanceof SVGElement ? `${stroke} ${strokeWidth}` : ''}`;
      })
      .join('; ');
  const ringed = (element: Element) =>
    carriers(element).some((one) => {
      const { outlineStyle, outlineWidth, strokeWidth } = getComputedStyle(one);
      if (one instanceof SVGElement) return Number.parseFloat(strokeWidth) >= 3;
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
  window.focusProbe = {
    fault() {
      const element = focused();
      if (!element || element === document.body) return 'Nothing has the focus.';
      const name = element.outerHTML.slice(0, 120);
      if (!ringed(element)) return `No ring: ${name}`;
      // A ring that stays when the focus has gone shows nothing.
      if (last && last.element !== element && last.element.isConnected && look(last.element) === last.look) {
        return `The same look without the focus: ${last.element.outerHTML.slice(0, 120)}`;
      }
      last = { element, look: look(element) };
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, y] = [Math.max(left, 0) + 4, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
      if (bottom < 0 || top > innerHeight || right < 0 || left > innerWidth) return `Out of view: ${name}`;
      const hit = document.elementFromPoint(Math.min(x, (left + right) / 2), y);
      const host =
        element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : element;
      const near = host.closest('label, [data-node], [data-exercise]') ?? host;
      return hit && (near.contains(hit) || hit.contains(host)) ? '' : `Covered: ${name}`;
    },
    towards(selector) {
      const target = document.querySelector(selector);
      let from = focused();
      if (from?.getRootNode() instanceof ShadowRoot) from = (from.getRootNode() as ShadowRoot).host;
      if (!target || !from || target.contains(from)) return 0;
      return target.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    },
  };
}

/** The keyboard of a page that is open already. */
export async function keyboardOf(page: Page): Promise<Keyboard> {
  await page.evaluate(installProbe);
  const seen = () => expect.poll(() => page.evaluate(() => window.focusProbe.fault())).toBe('');
  const press = async (key: string, times = 1) => {
    for (let n = 0; n < times; n++) {
      await page.keyboard.press(key);
      await seen();
    }
  };
  return {
    press,
    async type(text) {
      await page.keyboard.insertText(text);
      await seen();
    },
    async reach(selector) {
      for (let n = 0; n < 80; n++) {
        const way = await page.evaluate((target) => window.focusProbe.towards(target), selector);
        if (way === 0) return;
        await press(way < 0 ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(`${selector} was not reached.`);
    },
    async handedTo(selector) {
      await expect(page.locator(selector)).toBeFocused();
    },
  };
}
