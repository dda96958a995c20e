import { NewsSheet } from '../features/catalogues/NewsSheet';
import { ProgrammePage } from '../features/programme/ProgrammePage';

/** The development programme, with what providers have changed in what was taken from their catalogues. */
export function ProgrammeRoute() {
  return (
    <ProgrammePage>
      <NewsSheet />
    </ProgrammePage>
  );
}
