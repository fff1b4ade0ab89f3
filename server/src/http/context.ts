import type { BodyOf, MemberId, ParamsOf, QueryOf, ResponseOf, Role, Route, SessionId } from '@teahouse/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The signed-in member a request acts for. */
export interface Actor {
  memberId: MemberId;
  handle: string;
  role: Role;
  sessionId: SessionId;
  languagesRead: readonly string[];
}

/** What a handler may know about the request besides its validated parts. */
export interface RequestContext {
  id: string;
  /** Client address, as far as trusted proxies allow to know it. */
  address: string;
  userAgent: string;
  acceptLanguage: string;
  /** Member id, or the random id of a visitor: the one whose impressions and views are counted. */
  viewerKey: string;
  /** The viewer key was given out before: one that is new with every request counts nothing. */
  viewerIsKnown: boolean;
  /** Value of `If-Match`, unquoted. */
  ifMatch: string | undefined;
  /** Cookie of the session, whether valid or not. */
  sessionCookie: string | undefined;
  /** Base address of this house as the client knows it. */
  origin: string;
  /** In an idempotent route: the id the created thing must take, so that a repeated request finds it. */
  reservedId: string | undefined;
  raw: FastifyRequest;
  reply: FastifyReply;
}

type ActorOf<R extends Route> = R['access'] extends 'public' ? Actor | undefined : Actor;

export interface Input<R extends Route> {
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  actor: ActorOf<R>;
  request: RequestContext;
}

/** Routes without a response schema return nothing; raw ones send through `request.reply`. */
export type Handler<R extends Route> = (input: Input<R>) => Promise<ResponseOf<R>> | ResponseOf<R>;

/** One function for every route of a group: a missing one is a type error. */
export type Handlers<G extends Record<string, Route>> = { [K in keyof G]: Handler<G[K]> };
