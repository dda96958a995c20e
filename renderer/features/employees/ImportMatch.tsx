import { Button, NativeSelect } from '@mantine/core';
import {
  columnLetter,
  fieldNames,
  type Matching,
  requiredFields,
  type StaffField,
  staffFields,
} from '@shared/domain/staff-import/columns';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { Working } from '../../ui/Working';
import type { ChosenList } from './ImportPage';

type Props = {
  list: ChosenList;
  matching: Matching;
  onChange: (matching: Matching) => void;
  error: CallFailure | null;
  busy: boolean;
  onNext: () => void;
};

/** Which column holds what: the guess from the headings, with the first cells beside it. */
export function ImportMatch({ list, matching, onChange, error, busy, onNext }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = [
    { value: '', label: t('staffImports.notInFile') },
    ...list.header.map((heading, column) => ({
      value: String(column),
      label: heading || t('staffImports.withoutHeading', { letter: columnLetter(column) }),
    })),
  ];
  const choose = (field: StaffField, value: string) =>
    onChange({ ...matching, [field]: value === '' ? undefined : Number(value) });

  return (
    <Sheet title={t('staffImports.matchTitle')}>
      <p className="reading-text soft">{t('staffImports.matchText')}</p>
      <table className="table match-table">
        <thead>
          <tr>
            <th scope="col">{t('staffImports.field')}</th>
            <th scope="col">{t('staffImports.column')}</th>
            <th scope="col">{t('staffImports.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {staffFields.map((field) => {
            const name = fieldNames[field][language];
            const column = matching[field];
            const isRequired = requiredFields.some((one) => one === field);
            return (
              <tr key={field}>
                <th scope="row">
                  {name} {isRequired && <span className="small">({t('staffImports.isRequired')})</span>}
                </th>
                <td>
                  <NativeSelect
                    aria-label={t('staffImports.columnFor', { field: name })}
                    data={columns}
                    value={column === undefined ? '' : String(column)}
                    onChange={(event) => choose(field, event.currentTarget.value)}
                    error={Boolean(error?.fields[field]) || (isRequired && column === undefined)}
                  />
                </td>
                <td className="samples">
                  {column === undefined
                    ? ''
                    : list.firstRows
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
      <Failure error={error && { message: error.message }} />
      <div className="form-foot">
        <Working busy={busy}>{t('staffImports.planning')}</Working>
        <Button onClick={onNext} loading={busy}>
          {t('staffImports.showChanges')}
        </Button>
      </div>
    </Sheet>
  );
}
