import type { ReactNode } from 'react';

type PageProps = {
  /** Where or when, above the title. */
  kicker?: ReactNode;
  title: ReactNode;
  /** How it stands, in one line. */
  lede?: ReactNode;
  /** Primary action last, at the far right. */
  actions?: ReactNode;
  children: ReactNode;
};

/** One page answers one question: title says whose or what, the line under it how it stands. */
export function Page({ kicker, title, lede, actions, children }: PageProps) {
  return (
    <>
      <header className="page-head">
        <div>
          {kicker && <div className="page-kicker">{kicker}</div>}
          <h1 className="page-title">{title}</h1>
          {lede && <div className="page-lede">{lede}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
