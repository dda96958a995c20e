import { NativeSelect } from '@mantine/core';
import { columnLetter, type MatchingOf } from '@shared/domain/table-import/columns';
import type { Text } from '@shared/domain/text';
import { useTranslation } from 'react-i18next';
import './table-import.css';
import { useLanguage } from './use-language';

type ColumnMatchProps<Field extends string> = {
  fields: readonly Field[];
  required: readonly Field[];
  names: Readonly<Record<Field, Text>>;
  header: readonly string[];
  firstRows: readonly (readonly string[])[];
  matching: MatchingOf<Field>;
  onChange: (matching: MatchingOf<Field>) => void;
  /** Fields the machine had something to say about. */
  faults: Readonly<Record<string, string>>;
};

/** Which column of a file holds which field, with the first cells of each beside it. */
export function ColumnMatch<Field extends string>(props: ColumnMatchProps<Field>) {
  const { fields, required, names, header, firstRows, matching, onChange, faults } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = [
    { value: '', label: t('tableImport.notInFile') },
    ...header.map((heading, column) => ({
      value: String(column),
      label: heading || t('tableImport.withoutHeading', { letter: columnLetter(column) }),
    })),
  ];
  const choose = (field: Field, value: string) =>
    onChange({ ...matching, [field]: value === '' ? undefined : Number(value) });
  return (
    <table className="table match-table">
      <thead>
        <tr>
          <th scope="col">{t('tableImport.field')}</th>
          <th scope="col">{t('tableImport.column')}</th>
          <th scope="col">{t('tableImport.samples')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const name = names[field][language];
          const column = matching[field];
          const isRequired = required.includes(field);
          return (
            <tr key={field}>
              <th scope="row">
                {name} {isRequired && <span className="small">({t('tableImport.isRequired')})</span>}
              </th>
              <td>
                <NativeSelect
                  aria-label={t('tableImport.columnFor', { field: name })}
                  data={columns}
                  value={column === undefined ? '' : String(column)}
                  onChange={(event) => choose(field, event.currentTarget.value)}
                  error={Boolean(faults[field]) || (isRequired && column === undefined)}
                />
              </td>
              <td className="samples">
                {column === undefined
                  ? ''
                  : firstRows
                      .map((cells) => cells[column] ?? '')
                      .filter((cell) => cell !== '')
                      .map((cell) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell))
                      .join(' · ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
