import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { dateSpan } from '../../ui/date-span';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import type { Chain } from './ChainsPage';
import { StepDialog } from './StepDialog';

type Step = Chain['steps'][number];

/** The steps of a chain in their order, and the survey results their themes rest on. */
export function StepsSheet({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Step | 'new' | null>(null);
  const move = useOrder('courseChains', 'moveStep');
  const { removeIt, error } = useRemoval<Step>({
    remove: ({ id }) => call('courseChains', 'removeStep', { id }),
    restore: ({ id }) => call('courseChains', 'restoreStep', { id }),
    message: ({ title }) => t('courseChains.stepRemoved', { title }),
  });
  return (
    <Sheet
      title={t('courseChains.steps')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
          {t('courseChains.newStep')}
        </Button>
      }
    >
      <Failure error={move.error ?? error} />
      {chain.steps.length === 0 ? (
        <Empty title={t('courseChains.noSteps')}>{t('courseChains.noStepsText')}</Empty>
      ) : (
        <table className="table cc-steps">
          <thead>
            <tr>
              <th scope="col">{t('courseChains.order')}</th>
              <th scope="col">{t('courseChains.step')}</th>
              <th scope="col">{t('courseChains.responsible')}</th>
              <th scope="col">{t('courseChains.when')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('courseChains.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {chain.steps.map((step, index) => (
              <tr key={step.id}>
                <td className="soft">{index + 1}</td>
                <td>
                  <StepText step={step} />
                </td>
                <td>{step.responsible}</td>
                <td>
                  <Period from={step.plannedFrom} to={step.plannedTo} />
                </td>
                <td>
                  <div className="row-actions">
                    {([-1, 1] as const).map((by) => {
                      const isEnd = chain.steps[index + by] === undefined;
                      return (
                        <Button
                          key={by}
                          className="cc-move"
                          size="compact-xs"
                          variant="subtle"
                          aria-disabled={isEnd}
                          aria-label={t('common.actionsFor', {
                            action: t(by < 0 ? 'courseChains.up' : 'courseChains.down'),
                            name: step.title,
                          })}
                          onClick={() => !isEnd && move.mutate({ id: step.id, by })}
                        >
                          {by < 0 ? '↑' : '↓'}
                        </Button>
                      );
                    })}
                    <RowActions
                      name={step.title}
                      onEdit={() => setOpen(step)}
                      onRemove={() => void removeIt(step)}
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && <StepDialog chain={chain} step={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Sheet>
  );
}

function StepText({ step }: { step: Step }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{step.title}</strong>
      <div className="soft small">{t(`courseChains.kinds.${step.kind}`)}</div>
      {step.itemId && step.itemTitle !== '' && (
        <div className="small">
          {t('courseChains.inProgramme')}{' '}
          <Link to="/programme/$itemId" params={{ itemId: step.itemId }} className="plain-link">
            {step.itemTitle}
          </Link>
        </div>
      )}
      {step.results.length > 0 && (
        <div className="soft small">
          {t('courseChains.restsOn')}{' '}
          {step.results.map(({ text, roundTitle }) => `${text} (${roundTitle})`).join('; ')}
        </div>
      )}
    </>
  );
}

function Period({ from, to }: { from: string | null; to: string | null }) {
  const language = useLanguage();
  const [first, last] = [from ?? to, to ?? from];
  return first !== null && last !== null && dateSpan(first, last, language);
}
