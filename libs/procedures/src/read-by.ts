import { words } from '#libs/vocabulary';

/** Told beside a question whose answer lies in the location compartment. */
export const onlyWhere = words(
  'Bunu yalnız şəxsin harada olduğunu bilməyə icazəsi olanlar oxuyur.',
  'Read only by those who may know where the person is.',
);
