// escpos loads this module but Giliran hands it finished pixels and never a file, so reading one is a fault of ours.
module.exports = function getPixels() {
	throw new Error('get-pixels is not installed: hand escpos.Image finished pixels instead of a file name');
};
