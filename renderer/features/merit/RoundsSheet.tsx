import type { MeritCaseAnswer, MeritRound } from '@shared/contract/merit';
import { useTranslation } from 'react-i18next';
import { longMoment } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { Said } from './Said';

/** Every round there has been, newest first: why it was begun, and in the earlier ones what each said. */
export function RoundsSheet({ one }: { one: MeritCaseAnswer }) {
  const { t } = useTranslation();
  const told = one.rounds.filter(({ begun, withdrawn, positions }) => begun ?? withdrawn ?? positions[0]);
  if (told.length === 0) return null;
  return (
    <Sheet title={t('merit.rounds.title')}>
      <ol className="merit-rounds">
        {told.map((round) => (
          <li key={round.number}>
            <Round round={round} isCurrent={round.number === one.round} />
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function Round({ round, isCurrent }: { round: MeritRound; isCurrent: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, begun, withdrawn, positions } = round;
  const when = (at: string) => longMoment(at, language);
  return (
    <>
      <h3 className="merit-role">{t('merit.rounds.round', { number })}</h3>
      {begun && (
        <>
          <p className="soft small">{t(`merit.rounds.begun.${begun.move}`, { when: when(begun.at) })}</p>
          {begun.reason && <p className="merit-text">{begun.reason}</p>}
        </>
      )}
      {!isCurrent && (
        <>
          {positions.length === 0 && <p className="soft small">{t('merit.rounds.nobody')}</p>}
          <div className="merit-two">
            {positions.map(({ role, name, takenAt, said }) => (
              <div key={role}>
                <strong>{t(`merit.roles.${role}`)}</strong>
                <div>{said ? <Said said={said} /> : <p>{t('merit.rounds.neverShown')}</p>}</div>
                <p className="soft small">{t('merit.positions.by', { name, when: when(takenAt) })}</p>
              </div>
            ))}
          </div>
        </>
      )}
      {withdrawn && (
        <>
          <p className="soft small">{t('merit.rounds.begun.withdraw', { when: when(withdrawn.at) })}</p>
          <p className="merit-text">{withdrawn.reason}</p>
        </>
      )}
    </>
  );
}
