import { type Refusal, refuse, type Text } from '@shared/domain/text';

/** What one exchange file may hold at most. Written and read files keep the same bounds. */
export const exchangeLimits = {
  /** Of the whole file on the disk: its content, the wrapping around it, and the third that armour adds. */
  fileBytes: 170_000_000,
  entries: 200,
  entryBytes: 25_000_000,
  totalBytes: 120_000_000,
  manifestBytes: 1_000_000,
  /** How many times larger than packed an entry of more than a megabyte may be. */
  ratio: 100,
} as const;

/** Why an exchange file is not read; each with its own sentence, and nothing is ever written on the way to it. */
export const no = {
  notSpind: () =>
    invalid({
      da: 'Det er ikke en udvekslingsfil fra Spind. Vælg en fil, der ender på .spind.',
      en: 'That is not an exchange file from Spind. Choose a file that ends in .spind.',
    }),
  notForYou: () =>
    forbidden({
      da: 'Filen er låst til en andens nøgle og kan ikke åbnes her. Bed afsenderen hente jeres nøglefil og sende filen igen.',
      en: 'The file is locked to somebody else’s key and cannot be opened here. Ask the sender to add your key file and send the file again.',
    }),
  wrongPassphrase: () =>
    forbidden(
      {
        da: 'Adgangssætningen er forkert. Spørg afsenderen, og prøv igen.',
        en: 'The passphrase is wrong. Ask the sender and try again.',
      },
      'passphrase',
    ),
  needsPassphrase: () =>
    forbidden(
      {
        da: 'Filen er låst med en adgangssætning. Skriv den, afsenderen har givet dig.',
        en: 'The file is locked with a passphrase. Enter the one the sender gave you.',
      },
      'passphrase',
    ),
  needsNoPassphrase: () =>
    invalid(
      {
        da: 'Filen er ikke låst med en adgangssætning, men til en nøgle. Lad feltet stå tomt.',
        en: 'The file is not locked with a passphrase but to a key. Leave the field empty.',
      },
      'passphrase',
    ),
  absurdWork: () =>
    invalid({
      da: 'Filen kræver urimelig lang tid at låse op og er ikke lavet af Spind. Den bliver ikke åbnet.',
      en: 'The file demands unreasonable time to unlock and was not made by Spind. It is not opened.',
    }),
  altered: () =>
    invalid({
      da: 'Filen er ændret eller gået i stykker undervejs. Bed afsenderen sende den igen.',
      en: 'The file has been altered or damaged on its way. Ask the sender to send it again.',
    }),
  foreign: () =>
    invalid({
      da: 'Filen indeholder andet, end Spind lægger i en udvekslingsfil. Den bliver ikke åbnet.',
      en: 'The file holds other things than Spind puts into an exchange file. It is not opened.',
    }),
  tooLarge: () =>
    invalid({
      da: 'Filen fylder mere, end en udvekslingsfil må, når den pakkes ud. Den bliver ikke åbnet.',
      en: 'The file is larger unpacked than an exchange file may be. It is not opened.',
    }),
  tooSlow: () =>
    invalid({
      da: 'Det tog for lang tid at læse filen, så Spind stoppede. Luk andre programmer, og prøv igen.',
      en: 'Reading the file took too long, so Spind stopped. Close other programs and try again.',
    }),
  newer: () =>
    invalid({
      da: 'Filen er lavet med en nyere Spind. Opdatér Spind, og hent den så.',
      en: 'The file was made with a newer Spind. Update Spind, then read it.',
    }),
  unknownSigner: (name: string) =>
    forbidden({
      da: `Filen er underskrevet af en, du ikke har på listen. Den siger, at den kommer fra ${name}. Hent afsenderens nøglefil under Udveksling først.`,
      en: `The file is signed by somebody who is not on your list. It says it comes from ${name}. Add the sender’s key file under Exchange first.`,
    }),
  ownFile: () =>
    invalid({
      da: 'Du har selv skrevet den fil. Vælg den, du har fået.',
      en: 'You wrote that file yourself. Choose the one you received.',
    }),
  ownKeyFile: () =>
    invalid({
      da: 'Det er jeres egen nøglefil. Vælg den, I har fået fra den anden.',
      en: 'That is your own key file. Choose the one you received from the other.',
    }),
  onList: (name: string) =>
    conflict({
      da: `${name} står allerede på listen med den nøgle.`,
      en: `${name} is already on the list with that key.`,
    }),
  changedHalf: (name: string) =>
    forbidden({
      da: `Filen har samme underskrift som ${name}, men en anden nøgle til at låse med. Ring til dem, før I bruger den.`,
      en: `The file has the same signature as ${name} but another key to lock with. Call them before you use it.`,
    }),
  changedKeys: (name: string) =>
    forbidden({
      da: `Filen er skrevet med en anden nøgle til svar end den, du har fra ${name}. Ring, og bed om en ny nøglefil.`,
      en: `The file was written with another key for answers than the one you have from ${name}. Call and ask for a new key file.`,
    }),
  blockedSigner: (name: string) =>
    forbidden({
      da: `Du har blokeret ${name}. Ophæv blokeringen under Udveksling, hvis filen skal læses.`,
      en: `You have blocked ${name}. Lift the block under Exchange if the file is to be read.`,
    }),
  blockedAndRemoved: (name: string) =>
    forbidden({
      da: `Du har blokeret ${name} og taget dem af listen. Hent deres nøglefil under Udveksling, og ophæv blokeringen, hvis filen skal læses.`,
      en: `You have blocked ${name} and taken them off the list. Add their key file under Exchange and lift the block if the file is to be read.`,
    }),
  wrongKind: () =>
    invalid({
      da: 'Filen hører ikke til her. Den handler om noget andet.',
      en: 'The file does not belong here. It is about something else.',
    }),
  wrongSender: (name: string) =>
    forbidden({
      da: `${name} kan ikke sende den slags filer. En ansøgning kommer fra en skole og en afgørelse fra HR.`,
      en: `${name} cannot send this kind of file. An application comes from a school and a decision from HR.`,
    }),
  wrongSubject: () =>
    invalid({
      da: 'Filen handler om en anden sag. Åbn den sag, den hører til, eller vælg en anden fil.',
      en: 'The file is about another case. Open the case it belongs to, or choose another file.',
    }),
  repeated: () =>
    conflict({
      da: 'Den fil er allerede læst ind. Der er ikke ændret noget.',
      en: 'That file has been read already. Nothing has been changed.',
    }),
  older: (name: string) =>
    conflict({
      da: `Du har allerede læst en nyere fil fra ${name} om samme sag. Den ældre ændrer ikke noget.`,
      en: `You have already read a newer file from ${name} about the same case. The older one changes nothing.`,
    }),
  tooMuchToSend: () =>
    invalid({
      da: 'Bilagene fylder for meget til én fil: højst 25 MB hver, 120 MB i alt og knap 200 stykker. Gør dem mindre, eller fjern nogle.',
      en: 'The attachments are too large for one file: at most 25 MB each, 120 MB in all and just under 200 of them. Make them smaller or remove some.',
    }),
} as const;

function invalid(text: Text, field?: string): Refusal {
  return refuse('invalid', text, field ? { [field]: text } : undefined);
}

function forbidden(text: Text, field?: string): Refusal {
  return refuse('forbidden', text, field ? { [field]: text } : undefined);
}

function conflict(text: Text): Refusal {
  return refuse('conflict', text);
}

/** How long reading may take: `check` throws when it is over. */
export type Patience = { check(): void };

/**
 * Five seconds, and one more for every ten megabytes, since a slow machine shall be able to read a large file that is
 * well. What a file claims about itself buys it no time.
 */
export function patienceFor(bytes: number, clock: () => number = () => performance.now()): Patience {
  const end = clock() + 5_000 + (bytes / 10_000_000) * 1_000;
  return {
    check() {
      if (clock() > end) throw no.tooSlow();
    },
  };
}
