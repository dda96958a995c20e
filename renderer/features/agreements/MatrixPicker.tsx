import {
  columnTexts,
  type MatrixCode,
  type MatrixRow,
  matrixColumns,
  matrixOptionsAt,
  matrixRows,
  rowTexts,
} from '@shared/domain/inspiration-matrix';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/use-language';
import './agreements.css';

type MatrixPickerProps = {
  value: MatrixCode | null;
  onChange: (code: MatrixCode) => void;
  /** The school's own priorities, shown under the row they belong to. */
  priorities: readonly { kind: 'municipal' | 'school'; name: string }[];
  error?: string | undefined;
};

/** The inspiration list as it stands on paper: three rows, two columns, 13 places, one of them chosen (R000-12). */
export function MatrixPicker({ value, onChange, priorities, error }: MatrixPickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const note = (row: MatrixRow): ReactNode => {
    const own = priorities.filter((priority) => priority.kind === row).map((priority) => priority.name);
    return own.length > 0 ? own.join(' · ') : rowTexts[row].note[language];
  };
  return (
    <fieldset className="matrix" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('agreements.matrix')}</legend>
      {error && (
        <p className="matrix-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="matrix-grid">
        <div />
        {matrixColumns.map((column) => (
          <div key={column} className="matrix-column" id={`${id}-${column}`}>
            {columnTexts[column][language]}
          </div>
        ))}
        {matrixRows.map((row) => (
          <div key={row} className="matrix-row">
            <div className="matrix-row-head" id={`${id}-${row}`}>
              <strong>{rowTexts[row].title[language]}</strong>
              <span className="soft small">{note(row)}</span>
            </div>
            {matrixColumns.map((column) => (
              <div key={column} className="matrix-cell">
                {matrixOptionsAt(row, column).map(({ code, number, text }) => (
                  <label key={code} className="matrix-option" data-chosen={value === code || undefined}>
                    <input
                      type="radio"
                      name={id}
                      value={code}
                      checked={value === code}
                      onChange={() => onChange(code)}
                      aria-describedby={`${id}-${row} ${id}-${column}`}
                    />
                    <span>
                      {number !== null && `${number}. `}
                      {text[language]}
                    </span>
                  </label>
                ))}
              </div>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
