import { Button, Text } from '@mantine/core';
import { Time } from '../../../ui/time.tsx';
import { type Offer, offerKey } from '../find/offer.ts';

/** A few free times, each a press; in a row with whatever stands beside them. */
export function NearestTimes(props: {
  offers: readonly Offer[];
  onChoose: (offer: Offer) => void;
  busy: boolean;
}) {
  return (
    <>
      {props.offers.map((offer) => (
        <Button
          key={offerKey(offer)}
          variant="default"
          h="auto"
          py={8}
          disabled={props.busy}
          onClick={() => props.onChoose(offer)}
        >
          <span>
            <Time at={offer.startAt} show="clock" strong />
            {offer.name !== '' && <Text c="dimmed">{offer.name}</Text>}
          </span>
        </Button>
      ))}
    </>
  );
}
