// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// JSON-RPC 2.0 over one WebSocket. A lost connection comes back by itself; what had no answer yet is then asked again. That
// is safe for commands too: each carries its id, and the server gives the same receipt for the same id.
import type {Methods} from './fuge';

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]['params'];
export type Answer<M extends Method> = Methods[M]['result'];

// "No" from the server: the broken rule, the field it is about, and a sentence for people.
export class Refusal extends Error {
  constructor(readonly code: string, readonly field: string, detail: string) { super(detail); }
}

interface Open {
  frame: string;
  sentOn?: WebSocket;
  greeting: boolean;
  done(result: unknown): void;
  refused(error: Refusal): void;
  timer: number;
}
export type State = {up: true} | {up: false; retryAt: number};

const answerWithinMs = 20_000;
const retryFirstMs = 400;
const retryLastMs = 15_000;

export class Connection {
  onUp: () => Promise<void> = async () => {};  // Signs in and subscribes; asks with `greet`.
  onState: (state: State) => void = () => {};
  onNotification: (method: string, params: unknown) => void = () => {};

  private socket?: WebSocket;
  private ready = false;  // Whether onUp has finished on this socket.
  private tries = 0;
  private retry = 0;
  private nextId = 1;
  private open = new Map<number, Open>();

  constructor(private readonly url: string) {}

  start(): void {
    window.clearTimeout(this.retry);
    const before = this.socket;
    this.ready = false;
    const socket = (this.socket = new WebSocket(this.url));
    before?.close();
    this.drop('page.disconnected', (one) => one.greeting);
    socket.onopen = () => void this.opened(socket);
    socket.onmessage = (message) => this.receive(String(message.data));
    socket.onclose = () => { if (socket === this.socket) this.lost(); };
  }

  // Anew, as somebody else: what the former person asked is not asked again.
  restart(): void {
    this.drop('page.disconnected', () => true);
    this.start();
  }

  call<M extends Method>(method: M, params: Params<M>): Promise<Answer<M>> { return this.ask(method, params, false); }

  // For onUp alone: goes out before everything that waits, and not again on another connection.
  greet<M extends Method>(method: M, params: Params<M>): Promise<Answer<M>> { return this.ask(method, params, true); }

  private ask<M extends Method>(method: M, params: Params<M>, greeting: boolean): Promise<Answer<M>> {
    return new Promise<Answer<M>>((resolve, reject) => {
      const id = this.nextId++;
      const timer = window.setTimeout(() => this.drop('page.no-answer', (one) => one.timer === timer), answerWithinMs);
      const frame = JSON.stringify({jsonrpc: '2.0', id, method, params});
      const one: Open = {frame, greeting, timer, done: resolve as (result: unknown) => void, refused: reject};
      this.open.set(id, one);
      if (this.ready || greeting) this.send(one);
    });
  }

  private send(one: Open): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    one.sentOn = this.socket;
    this.socket.send(one.frame);
  }

  private drop(code: string, which: (one: Open) => boolean): void {
    for (const [id, one] of this.open) {
      if (!which(one)) continue;
      this.open.delete(id);
      window.clearTimeout(one.timer);
      one.refused(new Refusal(code, '', ''));
    }
  }

  private async opened(socket: WebSocket): Promise<void> {
    try {
      await this.onUp();
    } catch {
      socket.close();
      return;
    }
    if (socket !== this.socket || socket.readyState !== WebSocket.OPEN) return;
    this.ready = true;
    this.tries = 0;
    this.onState({up: true});
    for (const one of this.open.values()) if (one.sentOn !== socket) this.send(one);
  }

  private lost(): void {
    this.ready = false;
    this.drop('page.disconnected', (one) => one.greeting);
    const wait = Math.min(retryLastMs, retryFirstMs * 2 ** this.tries++) * (0.7 + 0.6 * Math.random());
    this.onState({up: false, retryAt: Date.now() + wait});
    this.retry = window.setTimeout(() => this.start(), wait);
  }

  private receive(text: string): void {
    const message = JSON.parse(text);
    for (const one of Array.isArray(message) ? message : [message]) this.take(one);
  }

  private take(message: {id?: number; method?: string; params?: unknown; result?: unknown; error?: RpcError}): void {
    if (message.method) { this.onNotification(message.method, message.params); return; }
    const one = this.open.get(message.id ?? -1);
    if (!one) return;
    this.open.delete(message.id!);
    window.clearTimeout(one.timer);
    if (message.error) one.refused(refusalOf(message.error));
    else one.done(message.result);
  }
}

interface RpcError {
  code: number;
  message?: string;
  data?: {code?: string; field?: string; detail?: string};
}

function refusalOf({code, message, data}: RpcError): Refusal {
  return new Refusal(data?.code ?? String(code), data?.field ?? '', data?.detail || message || '');
}

// A command's id. (randomUUID is there on secure origins only.)
export function commandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
