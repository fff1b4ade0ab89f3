export type PullFailureKind =
  /** No connection, a server error, or an answer that stopped half-way: worth another try later. */
  | 'unreachable'
  /** The registry has no such model, or not one of its files. */
  | 'missing'
  /** The registry says something that must not be followed. */
  | 'refused'
  /** What came is not what the registry promised. */
  | 'damaged'
  | 'no-space'
  /** The data folder does not let itself be written. */
  | 'unwritable'
  /** The same pair is being pulled or removed by someone else. */
  | 'busy'
  /** The engine could not translate a sentence with it. */
  | 'unusable'
  | 'aborted';

/** A model that could not be fetched. The message is written for the operator. */
export class PullFailure extends Error {
  readonly kind: PullFailureKind;

  constructor(kind: PullFailureKind, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.name = 'PullFailure';
    this.kind = kind;
  }
}
