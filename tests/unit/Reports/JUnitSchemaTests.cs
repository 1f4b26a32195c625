namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class JUnitSchemaTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("<unknown/>", "*unknown*")]
    [InlineData("<properties/>", "*properties*")]
    [InlineData("<testcase classname=\"b\" name=\"b\"><skipped message=\"why\"/></testcase>", "*message*")]
    [InlineData("<testcase classname=\"b\"/>", "*name*")]
    [InlineData("<testcase classname=\"b\" name=\"b\" time=\"-1\"/>", "time -1 is no decimal")]
    [InlineData("<testcase classname=\"b\" name=\"b\" time=\"1E-05\"/>", "time 1E-05 is no decimal")]
    [InlineData("<testcase classname=\"b\" name=\"b\"><failure message=\"why\"/></testcase>", "a failure has no type")]
    [InlineData("<testcase classname=\"b\" name=\"b\"><failure type=\"x\"/></testcase>", "testsuite * says failures=0, found 1")]
    [InlineData("<testcase classname=\"a\" name=\"a\"/>", "(a, a) is there 2 times")]
    public void A_broken_report_is_refused(string part, string error)
    {
        var errors = JUnitSchema.Errors($"<testsuites><testsuite name=\"s\" tests=\"{(part.StartsWith("<testcase", StringComparison.Ordinal) ? 2 : 1)}\" failures=\"0\"><testcase classname=\"a\" name=\"a\" time=\"1.5\"/>{part}</testsuite></testsuites>");

        if (error.Length == 0)
        {
            errors.Should().BeEmpty();
        }
        else
        {
            errors.Should().ContainMatch(error);
        }
    }
}
