import { formatDay, formatMonth, addDays, localDay } from '#libs/calendar';
import type { Day, Instant, Language, Uuid } from '#libs/vocabulary';
import {
  bedStates,
  outOfServiceReasons,
  roomAges,
  roomSexes,
  type BedNights,
  type NewRoom,
  type RoomNow,
} from '../../../shelters/index.js';
import { capitalised, say } from '../../words/words.js';

/** Whom the beds of a room suit, in words: "women, adults, accessible". */
const suits = (room: Omit<NewRoom, 'name'>, language: Language): string =>
  [
    roomSexes[room.sex][language],
    roomAges[room.age][language],
    ...(['family', 'accessible'] as const)
      .filter((name) => room[name])
      .map((name) => say(language, `shelter.suits.${name}`)),
  ].join(', ');

/** Rooms with their beds as they stand now. */
export const roomsShown = (rooms: readonly RoomNow[], language: Language) =>
  rooms.map((room) => ({
    ...room,
    suits: capitalised(suits(room, language), language),
    beds: room.beds.map((bed) => ({
      ...bed,
      stateLabel: bedStates[bed.state],
      reasonLabel: outOfServiceReasons[bed.reason as keyof typeof outOfServiceReasons],
    })),
  }));

/** How many beds there are, and how many of them stand how. */
export function countsOf(rooms: readonly RoomNow[]) {
  const states = rooms.flatMap(({ beds }) => beds.map(({ state }) => state));
  const of = (wanted: string) => states.filter((state) => state === wanted).length;
  return (Object.keys(bedStates) as (keyof typeof bedStates)[]).map((state) => ({
    label: bedStates[state],
    n: of(state),
  }));
}

/** `YYYY-MM` as asked for, or the month of this moment. */
export const monthOf = (asked: string | undefined, now: Instant): string =>
  asked !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : localDay(now).slice(0, 7);

const firstOf = (month: string): Day => `${month}-01`;
/** Two days past the thirty-first lie in the next month, whatever the month. */
const after = (month: string): string => addDays(firstOf(month), 32).slice(0, 7);
const before = (month: string): string => addDays(firstOf(month), -1).slice(0, 7);

/** First and last day of a month. */
export const daysOf = (month: string): readonly [Day, Day] => [
  firstOf(month),
  addDays(firstOf(after(month)), -1),
];

interface Calendar {
  readonly month: string;
  readonly room: Uuid | undefined;
  readonly now: Instant;
  readonly language: Language;
}

/** A month of a house, a row for each room, or of one room, a row for each bed; its days stand side by side. */
export function calendarShown(beds: readonly BedNights[], { month, room, now, language }: Calendar) {
  const names = new Map(beds.map(({ roomId, room: name }) => [roomId, name]));
  const rooms = [...names].map(([id, name]) => ({
    id,
    name,
    beds: beds.filter(({ roomId }) => roomId === id),
  }));
  const chosen = rooms.find(({ id }) => id === room);
  const [first] = daysOf(month);
  const nights = Array.from({ length: beds[0]?.nights.length ?? 0 }, (_, index) => index);
  const today = localDay(now);
  const free = (own: readonly BedNights[], night: number) =>
    own.filter((bed) => bed.nights[night] === 'free').length;
  const freeOf = (own: readonly BedNights[]) => (night: number) =>
    say(language, 'shelter.freeOf', { free: free(own, night), beds: own.length });
  return {
    month: { code: month, text: capitalised(formatMonth(month, language), language) },
    earlier: { code: before(month), text: formatMonth(before(month), language) },
    later: { code: after(month), text: formatMonth(after(month), language) },
    rooms: rooms.map(({ id, name, beds: own }) => ({ id, name, beds: own.length })),
    chosen: chosen && { id: chosen.id, name: chosen.name },
    days: nights.map((night) => {
      const day = addDays(first, night);
      return { text: formatDay(day, language), number: night + 1, isToday: day === today };
    }),
    free: nights.map((night) => free(chosen?.beds ?? beds, night)),
    rows: chosen
      ? chosen.beds.map((bed) => ({
          heading: say(language, 'shelter.bedNamed', { bed: bed.bed }),
          cells: nights.map((night) => bedStates[bed.nights[night] ?? 'free'][language]),
        }))
      : rooms.map(({ name, beds: own }) => ({
          heading: say(language, 'shelter.room', { room: name }),
          cells: nights.map(freeOf(own)),
        })),
  };
}
