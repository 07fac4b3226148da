// Builds the whole server from plain arguments: nothing here reads the environment, the clock or the process, so a test
// opens the same hall that production runs.

import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { type Day, dayOf } from '../shared/day.ts';
import { type Instant, MINUTE, SECOND } from '../shared/id.ts';
import { type Asking, type Log, openAsking } from './ask/asks.ts';
import { openGate } from './ask/gate.ts';
import { type Pace, paced } from './ask/pace.ts';
import { turnDay } from './hall/day.ts';
import { learnWaits } from './hall/estimates.ts';
import { forgetBoards } from './hall/hearing.ts';
import { droppedFiles } from './hall/media.ts';
import { serveAloud } from './http/aloud.ts';
import { serveApi } from './http/api.ts';
import { serveBoards } from './http/boards.ts';
import { serveDemo } from './http/demo.ts';
import { serveHealth } from './http/health.ts';
import { serveLanguages } from './http/languages.ts';
import { serveMedia } from './http/media.ts';
import { serveOpenApi } from './http/openapi.ts';
import { servePages } from './http/pages.ts';
import { servePairing } from './http/pairing.ts';
import { servePrinting } from './http/printing.ts';
import { serveRecordings } from './http/recordings.ts';
import { serveReports } from './http/reports.ts';
import { serveScreens } from './http/screens.ts';
import { openHttp } from './http/server.ts';
import { serveSessions } from './http/sessions.ts';
import { serveSettings } from './http/settings.ts';
import { serveVoice } from './http/voice.ts';
import type { Languages } from './language/languages.ts';
import { type Live, openLive } from './live/live.ts';
import { openMediaFiles } from './media/files.ts';
import type { Paper } from './print/compose/profile.ts';
import { openPrinters } from './print/printers.ts';
import { openRemotes } from './print/remote.ts';
import { openSpooler } from './print/spooler.ts';
import { openReports } from './report/reports.ts';
import { DEMO_PIN } from './setup/demo-pin.ts';
import { type Commits, openCommits } from './store/commit.ts';
import { type Hall, openHall } from './store/hall.ts';
import type { Store } from './store/open.ts';
import type { Recorded } from './views/notices.ts';
import type { Voices } from './voice/voices.ts';

export interface AppParts {
	/** Open, and with a hall in it. */
	readonly store: Store;
	readonly clock: () => Instant;
	/** What the tray page draws slips on, where it is not told. */
	readonly paper: Paper;
	/** What calls are spoken with. */
	readonly voices: Voices;
	/** Regional languages of the kiosks. */
	readonly languages: Languages;
	/** The folder of the videos and pictures that boards show; made when the first one comes. */
	readonly media: string;
	readonly hosts: readonly string[];
	/** Where a phone finds this hall; asked only once the server listens. */
	readonly publicUrl: () => string;
	/** How fast the glass of a kiosk gives numbers; null: as fast as it is asked. */
	readonly kioskPace: Pace | null;
	readonly logger: FastifyBaseLogger | null;
}

export interface App {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly asking: Asking;
	readonly http: FastifyInstance;
	/** Orderly and within two seconds: no new asks, every commit on the disk, screens told, printer let go. The store stays open for the caller to close. */
	readonly close: () => Promise<void>;
}

const QUIET: Log = { error: () => undefined, warn: () => undefined, info: () => undefined };

export async function openApp({
	store,
	clock,
	paper,
	voices,
	languages,
	media,
	hosts,
	publicUrl,
	kioskPace,
	logger,
}: AppParts): Promise<App> {
	const log: Log = logger ?? QUIET;
	const hall = openHall(store);
	const commits = openCommits(store, clock);
	const asking = openAsking(hall, commits, log, publicUrl);
	const isKnown = (requestId: string): boolean => hall.rows.visitByRequest(requestId) !== undefined;
	const { take } = asking.kiosk;
	const takeAtGlass = kioskPace === null ? take : paced(kioskPace, take, isKnown, clock);
	const gate = openGate(hosts);
	const remotes = openRemotes();
	const spooler = openSpooler({
		hall,
		commits,
		open: openPrinters(remotes, log, ({ id }) => hall.slips.hasSpoken(id)),
		clock,
		log,
	});
	const reports = openReports(store, clock);

	const keepDay = openDayKeeper(hall, commits);
	await keepDay();
	await commits.run((at) => forgetBoards(hall, at));
	const files = openMediaFiles(media);
	// Before any board is there that could be playing one.
	await files.sweep(droppedFiles(hall, clock()));

	const http = await openHttp(gate, logger ?? false);
	serveOpenApi(http);
	let live: Live | null = null;
	const opened = (): Live => {
		if (!live) throw new Error('the sockets are not open yet');
		return live;
	};
	const demo = serveDemo(http, { hall, commits, clock, log });
	const { pageStyle } = await serveScreens(http, hall, demo);
	serveSessions(http, { hall, commits, clock, log });
	servePairing(http, { hall, commits, log });
	const recorded: Recorded = (clip) => voices.pack('id').names.has(clip);
	serveApi(http, { hall, asking, takeAtGlass, clock, publicUrl, recorded, log });
	serveReports(http, { hall, reports, clock, log });
	servePages(http, { hall, commits, clock, log, style: pageStyle, paper, publicUrl, demoPin: DEMO_PIN });
	servePrinting(http, { hall, commits, clock, log, publicUrl, seenAt: spooler.seenAt });
	serveVoice(http, { hall, voices, log });
	serveAloud(http, { hall, voices, log });
	serveLanguages(http, { hall, languages, log });
	serveRecordings(http, { hall, commits, voices, clock, log });
	serveSettings(http, { hall, commits, clock, log });
	serveBoards(http, { hall, commits, live: opened, clock, log });
	serveMedia(http, { hall, commits, files, clock, log });
	serveHealth(http, { hall, live: opened, clock });
	await http.ready();

	live = openLive({
		server: http.server,
		hall,
		commits,
		asking,
		takeAtGlass,
		remotes,
		gate,
		clock,
		publicUrl,
		recorded,
		log,
	});
	commits.onCommit(spooler.nudge);
	spooler.nudge();
	const minute = setInterval(() => {
		keepDay().then(
			(turned) => turned && opened().showAll(),
			(error: unknown) => log.error({ err: error }, 'the day could not be turned'),
		);
	}, MINUTE);
	return {
		hall,
		commits,
		asking,
		http,
		close: async () => {
			clearInterval(minute);
			// Printers first: a print agent tells over its socket how the slip in its hand ends.
			await spooler.close();
			opened().close();
			await Promise.all([hangUp(http), reports.close()]);
			await commits.close();
		},
	};
}

/** Who is just being answered is answered; a connection that only waits is ended, and after half a second every other. */
async function hangUp(http: FastifyInstance): Promise<void> {
	const idle = setInterval(() => http.server.closeIdleConnections(), 20);
	const all = setTimeout(() => http.server.closeAllConnections(), SECOND / 2);
	await http.close();
	clearInterval(idle);
	clearTimeout(all);
}

/** Closes what earlier days left open, and once a day learns from them how long people wait. Says whether a day turned. */
function openDayKeeper(hall: Hall, commits: Commits): () => Promise<boolean> {
	let learnt: Day | null = null;
	return () =>
		commits.run((at) => {
			const today = dayOf(at, hall.catalogue().settings.timeZone);
			turnDay(hall, at);
			if (learnt === today) return false;
			learnt = today;
			if (learnWaits(hall, at)) hall.reload();
			return true;
		});
}
