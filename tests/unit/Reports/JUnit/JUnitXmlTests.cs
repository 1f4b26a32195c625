using NovaCron.Validation.Assertions.Reports.JUnit;

namespace NovaCron.Validation.Tests.Unit.Reports.JUnit;

public sealed class JUnitXmlTests
{
    [Theory]
    [InlineData(0.1234, "time=\"0.123\"")]
    [InlineData(0.00001, "time=\"0\"")]
    [InlineData(123456, "time=\"123456\"")]
    [InlineData(-0.5, "time=\"0\"")]
    public void A_time_is_a_decimal_without_a_sign(double seconds, string attribute) =>
        Write(new JUnitCase("c", "n", JUnitOutcome.Passed) { Seconds = seconds }).Should().Contain($"<testcase classname=\"c\" name=\"n\" {attribute} />");

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_was_not_measured_has_no_time(double? seconds) =>
        Write(new JUnitCase("c", "n", JUnitOutcome.Passed) { Seconds = seconds }).Should().Contain("<testcase classname=\"c\" name=\"n\" />");

    [Fact]
    public void Cases_of_one_name_are_told_apart() =>
        Write(new JUnitCase("c", "n", JUnitOutcome.Passed), new JUnitCase("c", "n", JUnitOutcome.Passed), new JUnitCase("d", "n", JUnitOutcome.Passed))
            .Should().Contain("classname=\"c\" name=\"n\" />").And.Contain("classname=\"c\" name=\"n #2\" />").And.Contain("classname=\"d\" name=\"n\" />");

    [Fact]
    public void A_suite_without_a_case_is_left_out() => JUnitXml.Serialize("x", [new JUnitSuite("empty", [])]).Should().NotContain("empty").And.Contain("tests=\"0\"");

    [Fact]
    public void Characters_that_XML_has_no_form_for_are_shown_as_their_code_points()
    {
        var xml = Write(new JUnitCase("c", "\u0000\u001b\ufffe\uffff\ud800]]>", JUnitOutcome.Failed) { Reason = "\u0008", Details = ["line 1", "line\n2"] });

        xml.Should().Contain("&lt;U+0000&gt;&lt;U+001B&gt;&lt;U+FFFE&gt;&lt;U+FFFF&gt;\ufffd]]&gt;").And.Contain(">&lt;U+0008&gt;\nline 1\nline 2</failure>");
        JUnitSchema.Errors(xml).Should().BeEmpty();
    }

    private static string Write(params JUnitCase[] cases) => JUnitXml.Serialize("x", [new JUnitSuite("s", cases)]);
}
