import type { DisagreementCardsPrint, PrintFrame } from '@shared/contract/print';
import { useTranslation } from 'react-i18next';
import { longDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';
import { DocumentHead } from './parts';

/** A card for each competence the two see differently: their levels in words, three questions, room to write. */
export function DisagreementCardsDocument({ frame }: { frame: PrintFrame<DisagreementCardsPrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { employeeName, employeeRole, employeeTeam, heldOn, cards } = frame.content;
  const role = [employeeRole, employeeTeam].filter(Boolean).join(', ');
  return (
    <main>
      <DocumentHead
        frame={frame}
        title={t('print.cards.title')}
        line={[role, longDate(heldOn, language)].filter(Boolean).join(' · ')}
      />
      <p className="doc-basis">{t('print.cards.lede')}</p>
      {cards.map((card) => (
        <section key={card.competenceId} className="card">
          <h2>{card.name}</h2>
          <div className="card-sides">
            {(['self', 'leader'] as const).map((side) => (
              <div key={side}>
                <span className="strong">
                  {t('print.cards.chose', {
                    who: side === 'self' ? employeeName : t('print.cards.leader'),
                    level: card[side].level,
                  })}
                </span>
                <p>{card[side].text}</p>
              </div>
            ))}
          </div>
          <ol>
            {card.questions.map((question) => (
              <li key={question.da}>
                {question[language]}
                <div className="card-line" />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </main>
  );
}
