namespace NovaCron.Validation.StandIns.Dwcp.Measurement;

/// <summary>Two sums over the last second: the one definition of "now" behind every DWCP rate, mean and ratio.</summary>
/// <remarks>Safe for use from several threads.</remarks>
internal sealed class MeasurementWindow
{
    /// <summary>
    /// The DWCP measurement window, in microseconds of wall time: each measured signal describes the last second.
    /// It is a real delay of the signal, and no time scale divides it.
    /// </summary>
    public const long Length = MonotonicClock.Second;

    private const int Buckets = 100;
    private const long BucketLength = Length / Buckets;

    private readonly Lock gate = new();
    private readonly Bucket[] buckets = new Bucket[Buckets];

    /// <summary>Adds to both sums.</summary>
    /// <param name="at">When it happened, in microseconds; older than the window is ignored.</param>
    /// <param name="first">Added to the first sum.</param>
    /// <param name="second">Added to the second sum.</param>
    public void Add(long at, double first, double second)
    {
        var number = at / BucketLength;
        lock (gate)
        {
            ref var bucket = ref buckets[number % Buckets];
            if (bucket.Number > number)
                return;
            if (bucket.Number < number)
                bucket = new Bucket { Number = number };
            bucket.First += first;
            bucket.Second += second;
        }
    }

    /// <summary>Both sums over the window that ends now.</summary>
    /// <param name="now">The end of the window, in microseconds.</param>
    /// <returns>The sums; both 0 when nothing happened.</returns>
    public (double First, double Second) Read(long now)
    {
        var newest = now / BucketLength;
        double first = 0, second = 0;
        lock (gate)
        {
            foreach (ref readonly var bucket in buckets.AsSpan())
            {
                if (bucket.Number > newest - Buckets && bucket.Number <= newest)
                {
                    first += bucket.First;
                    second += bucket.Second;
                }
            }
        }

        return (first, second);
    }

    private struct Bucket
    {
        public long Number;
        public double First;
        public double Second;
    }
}
