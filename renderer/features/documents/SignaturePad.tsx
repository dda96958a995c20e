import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import Pad from 'signature_pad';

/** Size of the box the path data is written in; the print scales it. */
const box = { width: 600, height: 200 };

type SignaturePadProps = { label: string; clearLabel: string; onChange: (drawing: string) => void };

/** A field to draw in by pen, finger or mouse; gives SVG path data in a 600 × 200 box, empty when cleared. */
export function SignaturePad({ label, clearLabel, onChange }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad | null>(null);
  const tell = useRef(onChange);
  tell.current = onChange;

  useEffect(() => {
    if (!canvas.current) return;
    const own = new Pad(canvas.current, {
      penColor: getComputedStyle(canvas.current).color,
      minWidth: 1,
      maxWidth: 2.4,
    });
    own.addEventListener('endStroke', () => tell.current(pathOf(own)));
    pad.current = own;
    return () => own.off();
  }, []);

  return (
    <div>
      <div className="soft small">{label}</div>
      <canvas
        ref={canvas}
        className="signature-pad"
        width={box.width}
        height={box.height}
        role="img"
        aria-label={label}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          pad.current?.clear();
          onChange('');
        }}
      >
        {clearLabel}
      </Button>
    </div>
  );
}

/** Strokes as lines between their points; a dot becomes a very short line, so that it prints. */
function pathOf(pad: Pad): string {
  const at = (n: number) => n.toFixed(1);
  return pad
    .toData()
    .map(({ points }) => {
      const [first, ...rest] = points;
      if (!first) return '';
      const line = rest.length > 0 ? rest : [{ x: first.x + 0.5, y: first.y }];
      return `M${at(first.x)} ${at(first.y)}${line.map(({ x, y }) => `L${at(x)} ${at(y)}`).join('')}`;
    })
    .join('');
}
