// A button that copies the address of this very setting.

import { useRef, useState } from 'preact/hooks';
import { Say } from '../prose/index.ts';
import { words } from '../words.ts';
import { addressOf, type Setting } from './useSetting.ts';

export function Send<S extends object>({ of }: { readonly of: Setting<S> }) {
  const [sent, setSent] = useState<{ state: S; said: string }>();
  const element = useRef<HTMLParagraphElement>(null);
  const copy = async () => {
    const address = new URL(addressOf(of), location.href);
    const place = element.current?.closest('[id]')?.id;
    if (place) address.hash = place;
    history.replaceState(history.state, '', address);
    try {
      await navigator.clipboard.writeText(address.href);
      setSent({ state: of.state, said: words.setting.copied });
    } catch {
      setSent({ state: of.state, said: words.setting.inAddress });
    }
  };
  return (
    <p class="setting-send" ref={element}>
      <button type="button" class="button quiet" onClick={copy}>
        {words.setting.copy}
      </button>
      <span role="status">{sent?.state === of.state && <Say key="said">{sent.said}</Say>}</span>
    </p>
  );
}
