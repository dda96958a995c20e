import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/latin-ext-400.css';
import '@fontsource/inter/latin-ext-600.css';
import '@fontsource/source-serif-4/latin-400.css';
import '@fontsource/source-serif-4/latin-600.css';
import '@fontsource/source-serif-4/latin-ext-400.css';
import '@fontsource/source-serif-4/latin-ext-600.css';
import '@fontsource/source-serif-4/latin-400-italic.css';
import './print.css';
import type { HandoverPack } from '@shared/contract/handover';
import type {
  DisagreementCardsPrint,
  MinutesPrint,
  PrintFrame,
  RecoveryCodePrint,
  SpiderSheetPrint,
  TrainingPlanPrint,
} from '@shared/contract/print';
import type { FundPackPrint } from '@shared/contract/print-fund-pack';
import type { MeritLetterPrint } from '@shared/contract/print-merit';
import type { PreparationPrint } from '@shared/contract/print-preparation';
import type { ProgrammePrint } from '@shared/contract/print-programme';
import type { Language } from '@shared/domain/text';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../text/i18n';
import { DisagreementCardsDocument } from './DisagreementCardsDocument';
import { FundPackDocument } from './FundPackDocument';
import { HandoverDocument } from './HandoverDocument';
import { MeritLetterDocument } from './MeritLetterDocument';
import { MinutesDocument } from './MinutesDocument';
import { PreparationDocument } from './PreparationDocument';
import { ProgrammeDocument } from './ProgrammeDocument';
import { RecoveryCodeDocument } from './RecoveryCodeDocument';
import { SpiderSheetDocument } from './SpiderSheetDocument';
import { TrainingPlanDocument } from './TrainingPlanDocument';

/** Every document that becomes a PDF, by the name the machine calls it, with what it is handed. */
const documents: Readonly<Record<string, (data: never) => ReactNode>> = {
  trainingPlan: (frame: PrintFrame<TrainingPlanPrint>) => <TrainingPlanDocument frame={frame} />,
  minutes: (frame: PrintFrame<MinutesPrint>) => <MinutesDocument frame={frame} />,
  spiderSheet: (frame: PrintFrame<SpiderSheetPrint>) => <SpiderSheetDocument frame={frame} />,
  disagreementCards: (frame: PrintFrame<DisagreementCardsPrint>) => (
    <DisagreementCardsDocument frame={frame} />
  ),
  preparation: (sheet: PreparationPrint) => <PreparationDocument sheet={sheet} />,
  handover: (frame: PrintFrame<HandoverPack>) => <HandoverDocument frame={frame} />,
  meritLetter: (frame: PrintFrame<MeritLetterPrint>) => <MeritLetterDocument frame={frame} />,
  programme: (frame: PrintFrame<ProgrammePrint>) => <ProgrammeDocument frame={frame} />,
  fundPack: (frame: PrintFrame<FundPackPrint>) => <FundPackDocument frame={frame} />,
  recoveryCode: (content: RecoveryCodePrint) => <RecoveryCodeDocument content={content} />,
};

type Job = { document: string; language: Language; data: never };

window.spind.on('print', (payload) => void draw(payload as Job));

async function draw({ document: name, language, data }: Job) {
  const root = document.documentElement;
  const drawDocument = documents[name];
  const place = document.getElementById('root');
  if (!drawDocument || !place) {
    root.dataset.printed = 'unknown';
    return;
  }
  await startTexts(language);
  root.lang = language;
  const { t } = i18next;
  document.title =
    name === 'preparation'
      ? t('preparation.paper.documentTitle')
      : t(`documents.kinds.${name as 'trainingPlan'}`);
  flushSync(() => createRoot(place).render(drawDocument(data)));
  // A document that could not be drawn leaves nothing, and nothing must not be signed as a page.
  if (!place.hasChildNodes()) {
    root.dataset.printed = 'unknown';
    return;
  }
  await document.fonts.ready;
  root.dataset.page = language === 'da' ? 'Side' : 'Page';
  root.dataset.of = language === 'da' ? 'af' : 'of';
  root.dataset.foot = place.querySelector<HTMLElement>('[data-foot]')?.dataset.foot ?? '';
  root.dataset.printed = 'ready';
}
