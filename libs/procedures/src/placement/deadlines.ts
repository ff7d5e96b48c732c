import { words, type DeadlineSpec } from '#libs/vocabulary';

export const deadlines = {
  /** Of a house that opened its desk and offers nothing yet; until then the clock of the handoff runs. */
  shelterAnswer: {
    label: words('sığınacağın cavabı', 'answer of the house'),
    protects: 'body',
    ladder: false,
  },
  offerAnswer: { label: words('təklifə cavab', 'answer to the offer'), protects: 'body', ladder: false },
  /** Who accepted for a person in its own house is read by another body, also when she has moved in meanwhile. */
  houseReview: {
    label: words('kənardan yoxlama', 'review from outside'),
    protects: 'body',
    ladder: false,
    untilAnswered: true,
  },
  arrival: { label: words('gəliş', 'arrival'), protects: 'body', ladder: false },
  /** 30 days, a child's 60. Its end is a task and ends nothing. */
  stay: {
    label: words('qalma müddəti', 'stay'),
    terms: ['stayAdult', 'stayChild'],
    protects: 'person',
    ladder: false,
  },
  transfer: {
    label: words('başqa sığınacağa keçid', 'transfer'),
    terms: ['transfer', 'transferEmergency'],
    protects: 'body',
    ladder: false,
  },
} as const satisfies Record<string, DeadlineSpec>;
