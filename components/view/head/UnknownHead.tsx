import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { countryName } from '../../../lib/domain/contact/place.ts';
import type { LiveInteraction, Resolution } from '../../../lib/domain/interaction/live.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { interactionTitle } from '../../words/interaction-title.ts';
import { campaignWords, kindWords } from '../../words/interaction-words.ts';
import { locale } from '../../words/language/language.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { Head, HeadCampaign, UnknownBadge } from './Head.tsx';
import type { WhyBarProps } from './WhyBar.tsx';

/** An interaction whose contact is not known (yet): what the host told, nothing guessed. `icon` null: still looking. */
export function UnknownHead(props: {
  interaction: LiveInteraction;
  shown: Resolution;
  icon: LucideIcon | null;
  end?: ComponentChildren;
  why?: WhyBarProps;
}) {
  const { interaction, shown, icon } = props;
  const title = interactionTitle(interaction, shown);
  // The card has it beside the state.
  const campaign = props.why && campaignWords(interaction);
  const country = interaction.country && countryName(interaction.country, locale());
  const placeWords =
    country ??
    (shown.status === 'withheld' || shown.status === 'no-number' ? sharedWords().head.placeUnknown : '');
  return (
    <Head
      end={props.end}
      why={props.why}
      small={icon && <UnknownBadge icon={icon} small />}
      titleText={title.text}
      isIdentifier={title.isIdentifier}
      badge={icon ? <UnknownBadge icon={icon} /> : <span class="who bone" aria-hidden="true" />}
      title={<bdi class={title.isIdentifier ? 'num' : ''}>{title.text}</bdi>}
      second={
        icon ? (
          <SecondLine interaction={interaction} title={title.text} />
        ) : (
          <span class="bone" style={{ inlineSize: '190px' }} />
        )
      }
      third={
        <p class="where">
          <HeadCampaign campaign={campaign} more={placeWords !== ''} />
          {placeWords ? <span class="cut">{placeWords}</span> : null}
        </p>
      }
    />
  );
}

function SecondLine({ interaction, title }: { interaction: LiveInteraction; title: string }) {
  const name = interaction.facts.displayName && safeText(interaction.facts.displayName, 128).trim();
  if (!name || name === title) return kindWords(interaction);
  const { head } = sharedWords();
  const named = <bdi>{name}</bdi>;
  return <>{interaction.facts.channel === 'phone' ? head.callerName(named) : head.name(named)}</>;
}
