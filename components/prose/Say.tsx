// A text that changes, safe from browser translation.
//
// Translators and readers-aloud replace text nodes behind Preact's back, and a changed text would then be
// written into a node that is no longer in the page. A new text is therefore a new element.

interface SayProps {
  readonly children: string;
  readonly class?: string;
}

/** The text in an element of its own, replaced as a whole when the text changes. */
export function Say({ children, class: name }: SayProps) {
  return (
    <span key={children} class={name}>
      {children}
    </span>
  );
}
