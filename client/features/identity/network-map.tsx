import classes from './network-map.module.css';

// Longitude and latitude of towns of the region, the hospital's first; drawn to scale, unnamed: a picture only.
const hub = [8.21, 53.14] as const;
const towns = [
  [7.21, 53.37],
  [7.45, 53.23],
  [7.48, 53.47],
  [8.13, 53.53],
  [7.78, 53.57],
  [7.93, 53.26],
  [8.48, 53.33],
  [8.63, 53.05],
  [8.44, 52.9],
  [8.05, 52.85],
  [8.29, 52.73],
  [8.05, 52.28],
  [7.29, 52.69],
  [7.07, 52.43],
  [7.4, 53.08],
  [7.32, 52.52],
  [7.75, 53.02],
  [8.6, 53.5],
] as const;

// One degree of longitude is 0.6 of one of latitude up here.
const at = ([east, north]: readonly [number, number]) => ({
  x: (east - 6.9) * 336,
  y: (53.72 - north) * 560,
});

/** The region as light points and lines behind the words of the sign-in page. */
export function NetworkMap() {
  const center = at(hub);
  return (
    <svg
      className={classes.map}
      viewBox="0 0 640 860"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <g className={classes.lines}>
        {towns.map((town) => {
          const { x, y } = at(town);
          // A slight bow, always to the same side, as rivers and roads have it.
          const bow = {
            x: (x + center.x) / 2 + (y - center.y) * 0.14,
            y: (y + center.y) / 2 - (x - center.x) * 0.14,
          };
          return <path key={`${x}`} d={`M${center.x} ${center.y}Q${bow.x} ${bow.y} ${x} ${y}`} />;
        })}
      </g>
      {towns.map((town) => {
        const { x, y } = at(town);
        return <circle key={`${x}`} className={classes.town} cx={x} cy={y} r="5" />;
      })}
      <circle className={classes.ring} cx={center.x} cy={center.y} r="26" />
      <circle className={classes.hub} cx={center.x} cy={center.y} r="11" />
    </svg>
  );
}
