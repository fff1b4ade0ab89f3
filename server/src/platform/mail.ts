import { createTransport } from 'nodemailer';
import type { Log } from './log.ts';

export interface Message {
  to: string;
  subject: string;
  text: string;
}

/** Sends mail; in development it is written to the log. */
export interface Mailer {
  send(message: Message): Promise<void>;
}

/** Sends a short text to a phone number in E.164. */
export interface TextSender {
  send(to: string, text: string): Promise<void>;
}

export function createMailer(smtpUrl: string | undefined, from: string, log: Log): Mailer {
  if (!smtpUrl) return { send: async (message) => log.warn({ mail: message }, 'mail (no SMTP_URL set: printed here)') };
  const transport = createTransport(smtpUrl);
  return { send: async (message) => void (await transport.sendMail({ from, ...message })) };
}

const webhookTimeoutMilliseconds = 10_000;

/** Posts `{ to, text }` to the operator's own gateway; any 2xx is success. */
export function createTextSender(webhookUrl: string | undefined, log: Log): TextSender {
  if (!webhookUrl)
    return {
      send: async (to, text) => log.warn({ sms: { to, text } }, 'text message (no SMS_WEBHOOK_URL set: printed here)'),
    };
  return {
    async send(to, text) {
      const response = await fetch(webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to, text }),
        signal: AbortSignal.timeout(webhookTimeoutMilliseconds),
      });
      if (!response.ok) throw new Error(`SMS gateway answered ${response.status}`);
    },
  };
}
