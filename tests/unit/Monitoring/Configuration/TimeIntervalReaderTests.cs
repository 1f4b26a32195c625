using System.Text;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class TimeIntervalReaderTests
{
    [Fact]
    public void Reads_every_field()
    {
        var period = Read("{times: [{start_time: '09:00', end_time: '24:00'}], weekdays: [Monday, 'tuesday:friday'], days_of_month: ['1:5', '-3:-1'], months: [5, 'june:august'], years: ['2025:2027'], location: Europe/Berlin, colour: red}");

        Show(period.Times).Should().Be("540-1440");
        Show(period.Weekdays).Should().Be("1-1 2-5");
        Show(period.DaysOfMonth).Should().Be("1-5 -3--1");
        Show(period.Months).Should().Be("5-5 6-8");
        Show(period.Years).Should().Be("2025-2027");
        (period.Location.Id, period.LocationText!.Value, period.Extra.Single().Name).Should().Be(("Europe/Berlin", "Europe/Berlin", "colour"));
        period.Times!.Value[0].Position.Should().Be(new SourcePosition("alertmanager.yml", 3, 54));
    }

    [Fact]
    public void What_is_missing_is_null_and_what_is_empty_is_not()
    {
        var period = Read("{months: []}");

        (period.Times, period.Weekdays, period.DaysOfMonth, period.Years, period.Location).Should().Be((null, null, null, null, TimeZoneInfo.Utc));
        period.Months.Should().NotBeNull();
        Show(period.Months).Should().BeEmpty();
    }

    [Theory]
    [InlineData("{times: [{start_time: '9:00', end_time: '10:00'}]}", 67, "'9:00' is no time of day; write it like 09:00 or 24:00")]
    [InlineData("{times: [{start_time: '09:60', end_time: '10:00'}]}", 67, "'09:60' is no time of day; write it like 09:00 or 24:00")]
    [InlineData("{times: [{start_time: '+9:00', end_time: '10:00'}]}", 67, "'+9:00' is no time of day; write it like 09:00 or 24:00")]
    [InlineData("{times: [{start_time: '22:00', end_time: '06:00'}]}", 86, "'end_time' is not after 'start_time'; for a time over midnight write two, up to 24:00 and from 00:00")]
    [InlineData("{times: [{start_time: '22:00'}]}", 54, "a time of day has no 'end_time'; add one")]
    [InlineData("{weekdays: [mon]}", 57, "'mon' is no entry of 'weekdays': write a weekday, such as monday, or a range, such as monday:friday")]
    [InlineData("{weekdays: ['friday:monday']}", 57, "'friday:monday' is no entry of 'weekdays'*")]
    [InlineData("{days_of_month: ['0']}", 62, "'0' is no entry of 'days_of_month'*")]
    [InlineData("{days_of_month: ['-5:5']}", 62, "'-5:5' is no entry of 'days_of_month'*")]
    [InlineData("{days_of_month: ['20:-20']}", 62, "'20:-20' is no entry of 'days_of_month'*")]
    [InlineData("{months: ['']}", 55, "'' is no entry of 'months'*")]
    [InlineData("{months: ['8:3']}", 55, "'8:3' is no entry of 'months'*")]
    [InlineData("{years: ['2027:2025']}", 54, "'2027:2025' is no entry of 'years'*")]
    [InlineData("{years: ['1:2:3']}", 54, "'1:2:3' is no entry of 'years'*")]
    [InlineData("{location: Mars/Phobos}", 56, "'Mars/Phobos' is no time zone that this machine knows; write one like Europe/Berlin, or install the package tzdata")]
    [InlineData("{location: ../../etc/passwd}", 56, "'../../etc/passwd' is no time zone*")]
    public void Says_where_it_is_wrong(string period, int column, string message) =>
        FluentActions.Invoking(() => Read(period)).Should().Throw<ConfigurationException>().WithMessage($"alertmanager.yml:3:{column}: {message}");

    private static TimePeriod Read(string period) =>
        AlertmanagerReader.Read(ConfigurationFile.Of("alertmanager.yml", Encoding.UTF8.GetBytes($"route: {{receiver: r}}\nreceivers: [{{name: r}}]\ntime_intervals: [{{name: a, time_intervals: [{period}]}}]\n")))
            .TimeIntervals[0].Periods[0];

    private static string Show(System.Collections.Immutable.ImmutableArray<TimeRange>? ranges) => string.Join(' ', ranges!.Value.Select(r => $"{r.First}-{r.Last}"));
}
