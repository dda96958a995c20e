import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { FundDialog } from './FundDialog';
import { RuleSetDialog, type SetTask } from './RuleSetDialog';
import { RuleSetItem } from './RuleSetItem';
import './funds.css';

export type FundWithSets = OutputOf<'funds', 'rules'>['funds'][number];

/** Every fund with its dated rules: where each is from, when it was checked, and whether it must be again. */
export function FundRulesPage() {
  const { t } = useTranslation();
  const list = useCall('funds', 'rules', {});
  const [fund, setFund] = useState<FundWithSets | 'new' | null>(null);
  const [task, setTask] = useState<SetTask | null>(null);
  const { data } = list;
  return (
    <Page
      kicker={
        <Link to="/funds" className="plain-link">
          {t('funds.title')}
        </Link>
      }
      title={t('funds.rules.title')}
      lede={t('funds.rules.lede')}
      actions={<Button onClick={() => setFund('new')}>{t('funds.rules.newFund')}</Button>}
    >
      <Failure error={list.error} />
      {data?.funds.length === 0 && (
        <Sheet>
          <Empty title={t('funds.rules.none')}>{t('funds.rules.noneText')}</Empty>
        </Sheet>
      )}
      {data?.funds.map((one) => (
        <Sheet
          key={one.id}
          title={one.name}
          aside={
            <span className="row-actions">
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('common.actionsFor', { action: t('common.edit'), name: one.name })}
                onClick={() => setFund(one)}
              >
                {t('common.edit')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('funds.rules.newSetFor', { fund: one.name })}
                onClick={() =>
                  setTask({ fundId: one.id, fundName: one.name, set: null, isNewVersion: false })
                }
              >
                {t('funds.rules.newSet')}
              </Button>
            </span>
          }
        >
          <p className="soft">{t(`funds.rules.fundKinds.${one.kind}`)}</p>
          {one.sets.length === 0 && <p className="soft">{t('funds.rules.noSets')}</p>}
          {one.sets.map((set) => (
            <RuleSetItem
              key={set.id}
              set={set}
              fundName={one.name}
              onEdit={(isNewVersion) => setTask({ fundId: one.id, fundName: one.name, set, isNewVersion })}
            />
          ))}
        </Sheet>
      ))}
      {fund && <FundDialog fund={fund === 'new' ? null : fund} onClose={() => setFund(null)} />}
      {task && <RuleSetDialog task={task} onClose={() => setTask(null)} />}
    </Page>
  );
}
