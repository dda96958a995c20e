import { Button } from '@mantine/core';
import type { MeritCaseAnswer } from '@shared/contract/merit';
import { type MeritRole, meritRoles } from '@shared/domain/merit-states';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longDate, longMoment } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { longWaitDays } from './merit-words';
import { PositionDialog } from './PositionDialog';
import { Said } from './Said';

/** The two beside each other. What one has said stays unsaid until the other has spoken too. */
export function PositionsSheet({ one }: { one: MeritCaseAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [speaking, setSpeaking] = useState<MeritRole | null>(null);
  return (
    <Sheet
      title={t('merit.positions.title')}
      aside={one.round > 1 && <span className="soft">{t('merit.rounds.round', { number: one.round })}</span>}
    >
      {one.waitsFor.length > 0 && <p className="soft">{t('merit.positions.blind')}</p>}
      {one.elsewhere && (
        <p>
          {t(one.elsewhere.name ? 'merit.positions.elsewhere' : 'merit.positions.elsewhereUnnamed', {
            name: one.elsewhere.name ?? '',
            date: longDate(one.elsewhere.sentOn, language),
          })}
        </p>
      )}
      <div className="merit-two">
        {meritRoles.map((role) => (
          <OneRole key={role} one={one} role={role} onSpeak={() => setSpeaking(role)} />
        ))}
      </div>
      {speaking && <PositionDialog one={one} role={speaking} onClose={() => setSpeaking(null)} />}
    </Sheet>
  );
}

type OneRoleProps = { one: MeritCaseAnswer; role: MeritRole; onSpeak: () => void };

function OneRole({ one, role, onSpeak }: OneRoleProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const position = one.rounds[0]?.positions.find((spoken) => spoken.role === role);
  const waiting = one.waitsFor.find((waited) => waited.role === role);
  return (
    <section aria-label={t(`merit.roles.${role}`)}>
      <h3 className="merit-role">{t(`merit.roles.${role}`)}</h3>
      {position?.said && <Said said={position.said} />}
      {position && (
        <p className="soft small">
          {position.said
            ? t('merit.positions.by', {
                name: position.name,
                when: longMoment(position.takenAt, language),
              })
            : `${t('merit.positions.taken', {
                name: position.name,
                when: longMoment(position.takenAt, language),
              })}. ${t('merit.positions.sealed')}`}
        </p>
      )}
      {waiting && (
        <>
          <p className={waiting.days > longWaitDays ? 'state-late' : 'soft'}>
            {waiting.days > 0
              ? t('merit.positions.waits', { count: waiting.days })
              : t('merit.positions.waitsToday')}
          </p>
          {!one.elsewhere && (
            <Button
              variant="default"
              aria-label={t('merit.positions.takeAs', { role: t(`merit.asRoles.${role}`) })}
              onClick={onSpeak}
            >
              {t('merit.positions.take')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
