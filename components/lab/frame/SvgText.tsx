// A text in a picture, replaced as a whole when it changes, so that translated text nodes do no harm.

interface SvgTextProps {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly class?: string;
  readonly children: string;
}

export function SvgText({ x, y, anchor = 'start', class: name, children }: SvgTextProps) {
  return (
    <text key={children} class={name} x={x} y={y} text-anchor={anchor}>
      {children}
    </text>
  );
}
