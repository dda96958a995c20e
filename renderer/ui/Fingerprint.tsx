import './fingerprint.css';

/** Eight groups of four digits, in two rows of four, to be read aloud. */
export function Fingerprint({ groups, label }: { groups: readonly string[]; label: string }) {
  const rows = [groups.slice(0, 4), groups.slice(4)];
  return (
    <div className="fingerprint" data-fingerprint>
      <span className="soft small">{label}</span>
      {rows.map((row) => (
        <span key={row.join(' ')} className="fingerprint-row">
          {row.join(' ')}{' '}
        </span>
      ))}
    </div>
  );
}
