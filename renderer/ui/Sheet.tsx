import { type ReactNode, useId } from 'react';

type SheetProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string };

/** A white sheet with a serif heading; sheets never lie inside sheets. */
export function Sheet({ title, aside, children, className }: SheetProps) {
  const id = useId();
  return (
    <section className={className ? `sheet ${className}` : 'sheet'} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="sheet-head">
          <h2 className="sheet-title" id={id}>
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
