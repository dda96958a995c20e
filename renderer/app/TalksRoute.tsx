import { PreparationSheet } from '../features/preparation/PreparationSheet';
import { TalksPage } from '../features/talks/TalksPage';

/** The list of talks with the sheets that go out before them. */
export function TalksRoute() {
  return <TalksPage preparation={<PreparationSheet />} />;
}
