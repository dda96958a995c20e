import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { Working } from '../../ui/Working';
import type { Preview } from './CatalogueImport';
import { ChangeLines } from './ChangeLines';
import { periodText } from './offer-words';

type Props = {
  plan: Preview;
  error: { message: string } | null;
  isBusy: boolean;
  onBack: () => void;
  onApply: () => void;
};

const mostRows = 200;

/** What the import would do: what is new, what changed from what to what, and what is gone. */
export function CataloguePreview({ plan, error, isBusy, onBack, onApply }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { counts } = plan;
  const sum = counts.added + counts.changed + counts.gone;
  if (counts.problem > 0) {
    return (
      <>
        <Problems plan={plan} />
        <div className="form-foot">
          <Button variant="default" onClick={onBack}>
            {t('catalogues.back')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Sheet>
        <p className="reading-text" role="status">
          {sum === 0 ? t('catalogues.nothingToDo') : t('catalogues.summary', counts)}
        </p>
        <Failure error={error} />
        <div className="form-foot">
          <Working busy={isBusy}>{t('catalogues.importing')}</Working>
          <Button variant="default" onClick={onBack} disabled={isBusy}>
            {t('catalogues.back')}
          </Button>
          <Button onClick={onApply} loading={isBusy}>
            {sum === 0 ? t('catalogues.keepColumns') : t('catalogues.apply')}
          </Button>
        </div>
      </Sheet>
      <Part title={t('catalogues.changedTitle', { count: plan.changed.length })} last={t('catalogues.what')}>
        {plan.changed.map((one) => (
          <Row key={one.row} {...one} isTaken={one.isInProgramme}>
            {one.isBack && <div className="state-good">{t('catalogues.states.back')}</div>}
            <ChangeLines changes={one.changes} />
          </Row>
        ))}
      </Part>
      <Part title={t('catalogues.goneTitle', { count: plan.gone.length })} last={t('catalogues.standing')}>
        {plan.gone.map((one) => (
          <Row key={one.id} {...one} isTaken={one.isInProgramme}>
            {t('catalogues.states.gone')}
          </Row>
        ))}
      </Part>
      <Part title={t('catalogues.newTitle', { count: plan.added.length })} last={t('catalogues.when')}>
        {plan.added.map((one) => (
          <Row key={one.row} {...one}>
            {[periodText({ startsOn: one.startsOn, endsOn: null }, t, language), one.place]
              .filter(Boolean)
              .join(', ')}
          </Row>
        ))}
      </Part>
    </>
  );
}

function Part({ title, last, children }: { title: string; last: string; children: ReactNode[] }) {
  const { t } = useTranslation();
  if (children.length === 0) return null;
  return (
    <Sheet title={title}>
      <table className="table table-even ca-part">
        <thead>
          <tr>
            <th scope="col">{t('catalogues.number')}</th>
            <th scope="col">{t('catalogues.course')}</th>
            <th scope="col">{last}</th>
          </tr>
        </thead>
        <tbody>{children.slice(0, mostRows)}</tbody>
      </table>
      <FirstOnly count={children.length} />
    </Sheet>
  );
}

type RowProps = { number: string; title: string; isTaken?: boolean; children: ReactNode };

function Row({ number, title, isTaken = false, children }: RowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <td className="soft">{number}</td>
      <td>
        {title}
        {isTaken && <div className="small">{t('catalogues.inProgramme')}</div>}
      </td>
      <td>{children}</td>
    </tr>
  );
}

function Problems({ plan }: { plan: Preview }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('catalogues.problemsTitle', { count: plan.counts.problem })}>
      <p className="reading-text" role="alert">
        {t('catalogues.problemsText')}
      </p>
      <ul className="task-list">
        {plan.problems.slice(0, mostRows).map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <FirstOnly count={plan.problems.length} />
    </Sheet>
  );
}

function FirstOnly({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count <= mostRows) return null;
  return <p className="soft small">{t('catalogues.firstOf', { shown: mostRows, count })}</p>;
}
