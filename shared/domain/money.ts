import type { Language } from './text';

/** Money is whole øre everywhere but on the screen, so that shares and sums are exact. */
export type Ore = number;

/** The largest amount a person can write: ten million kroner. Sums of them may be larger. */
export const mostOre: Ore = 1_000_000_000;

const crowns = {
  da: new Intl.NumberFormat('da-DK', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
};

/** An amount as a person reads it: `8.960 kr.`, with øre only where there are any; in English `DKK 8,960`. */
export function moneyText(ore: Ore, language: Language): string {
  const figure = crowns[language].format(ore / 100).replace(/[,.]00$/, '');
  return language === 'da' ? `${figure} kr.` : `DKK ${figure}`;
}

/** What something costs a participant: an amount, or that it costs nothing. */
export const priceText = (ore: Ore, language: Language): string =>
  ore === 0 ? { da: 'gratis', en: 'free' }[language] : moneyText(ore, language);

/** A part of an amount in whole øre, a half øre upwards; `percent` is 0–100. */
export const shareOf = (ore: Ore, percent: number): Ore => Math.round((ore * percent) / 100);
