export type StateOfHouse = 'open' | 'no-uploads' | 'read-only';

/** What the house accepts at the moment; set by the disk guard (and later by surge levels), read before every write. */
export interface HouseState {
  readonly current: StateOfHouse;
  set(state: StateOfHouse): void;
}

export function createHouseState(): HouseState {
  let current: StateOfHouse = 'open';
  return {
    get current() {
      return current;
    },
    set(state) {
      current = state;
    },
  };
}
