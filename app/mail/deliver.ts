import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { actingContext, type Services } from "~/http/context";
import { readMailBrand } from "~/use-cases/branding";
import {
  markDelivered,
  markUndelivered,
  markUnreadable,
  type OpenMail,
  takeDueMail,
} from "~/use-cases/outbox";
import { LOGO_ID } from "./draw";

const EVERY = 5_000;
const TIMEOUT = 20_000;
const SEALED_OTHERWISE =
  "a message was sealed under another session secret than the present one: it is given up";

const mailContext = (services: Services) => actingContext(services, { kind: "system", name: "mail" }, null);

/** How a message leaves: through a mail server, or into a file. */
export type Carrier = (mail: OpenMail) => Promise<unknown>;

/** Delivers everything that is due, one message after another, and returns how many left. */
export async function deliverDue(services: Services, carry: Carrier): Promise<number> {
  let delivered = 0;
  for (let mail = takeDueMail(mailContext(services)); mail; mail = takeDueMail(mailContext(services))) {
    if (mail.unreadable) {
      markUnreadable(mailContext(services), mail);
      services.log.warn({ mail: mail.id, kind: mail.kind }, SEALED_OTHERWISE);
      continue;
    }
    try {
      await carry(mail);
      markDelivered(mailContext(services), mail);
      delivered += 1;
    } catch (error) {
      markUndelivered(mailContext(services), mail, (error as Error).message);
      services.log.warn({ mail: mail.id, kind: mail.kind, err: error }, "a message could not be delivered");
    }
  }
  return delivered;
}

/** Delivers in the background until the returned function is called. */
export function startDelivery(services: Services): () => void {
  const { SMTP_URL } = services.env;
  const carry = SMTP_URL ? smtpCarrier(services, SMTP_URL) : fileCarrier(services);
  let running = false;
  const tick = async () => {
    if (running) return;
    running = true;
    try {
      await deliverDue(services, carry);
    } catch (error) {
      services.log.error({ err: error }, "the outbox could not be read");
    } finally {
      running = false;
    }
  };
  const timer = setInterval(tick, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

/** Sends through the mail server at an smtp or smtps address. */
export function smtpCarrier(services: Services, url: string): Carrier {
  const transport = smtpTransport(url);
  return (mail) => transport.sendMail(message(services, mail));
}

function smtpTransport(url: string): Transporter {
  return createTransport({
    url,
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Writes messages that no server will send as .eml files into the data directory. */
export function fileCarrier(services: Services): Carrier {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return async (mail) => {
    const folder = join(services.env.DATA_DIR, "mail");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { message: bytes } = await composer.sendMail(message(services, mail));
    writeFileSync(join(folder, `${mail.id}.eml`), bytes as Buffer, { mode: 0o600 });
  };
}

function message(services: Services, mail: OpenMail) {
  const domain = new URL(services.env.BASE_URL).hostname;
  return {
    ...letterhead(services, mail),
    to: mail.recipient,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${domain}>`,
    date: mail.createdAt,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.locale },
  };
}

/** Who a message says it comes from, and the logo, which goes along so that reading it fetches nothing. */
function letterhead({ db, env }: Services, { workspaceId, html }: OpenMail) {
  const address = /<([^<>]+)>\s*$/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;
  const brand = workspaceId ? readMailBrand(db, workspaceId) : null;
  const from = brand ? { name: brand.name, address } : env.MAIL_FROM;
  const needed = html.includes(`src="cid:${LOGO_ID}"`);
  if (!needed || !brand?.logo) return { from };
  return { from, attachments: [{ filename: "logo.png", content: brand.logo, cid: LOGO_ID }] };
}
